import './project-page/lead';
import './project-page/compare';
import './project-page/what-if';
import './project-page/second-opinion';
import './project-page/apply';
