import './panel/engineer';
import './panel/product-manager';
import './panel/rights';
